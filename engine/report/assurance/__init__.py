"""What a policy writer reads about a policy: findings, coverage, survivors, proofs, differences, the site of a policy.

In English, as every message about a policy's files is. Results come in as data; nothing here works anything out.
"""
