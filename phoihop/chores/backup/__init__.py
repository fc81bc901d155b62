"""Taking everything away whole, putting it back, moving it to another database.

Works below the models, on tables and bytes: a backup must also be taken and put
back where the code is newer than the tables are.
"""
