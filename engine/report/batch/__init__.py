"""What a run over many cases says of all of them together. Comes in as data, without references where it is told on."""
