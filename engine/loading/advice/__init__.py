"""What does not stop a policy from being used, and its writer should answer for: the findings of `policy check`."""
