"""For those who test policies: the pytest plugin with its steps, and a generator of random policies and cases."""
