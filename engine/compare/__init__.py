"""Two policies side by side: what was changed, in words, in which direction it goes, and for which cases."""
