"""A policy's scenarios, run in process: what each builds up and sees, what they cover, what they would notice.

The pytest plugin carries out the same sentences. Nothing here knows pytest, prints, or judges a case itself: that is
what the definition and the network do.
"""
