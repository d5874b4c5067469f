"""What is known of Chinese characters: how they sound, and which simple one stands for a traditional one.

pypinyin and opencc know it, and weigh 65 MB in a process for as long as it lives. So a process of its own asks them
once (making.py) and writes down what we need of them: one megabyte below var, which everybody reads (tables.py).
"""
