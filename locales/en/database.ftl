# A database with owners and certificates: PostgreSQL.

database-certificate-unreadable = { $place } cannot be read as PEM
database-certificate-unreadable-help = sslcert in the address names the certificate that is shown to the server with those that vouch for it, sslkey its key. Check both paths, and that the user that runs the hub may read them.
database-certificate-unfit = { $place } and { $key } cannot be used together
database-certificate-unfit-help = Let sslkey in the address name the key that the certificate was made for. If both have just been renewed, start again.
database-migrations-waiting = The database waits for the steps from { $migration } on, and { $user } may not apply them
database-migrations-waiting-help = Run “firstline migrate --serving-role { $user }” with the address of the user that owns the tables, then start again.
database-right-missing = { $user } lacks rights on the table { $table }
database-right-missing-help = Run “firstline migrate --serving-role { $user }” with the address of the user that owns the tables, then start again.
database-role-none = A file has no roles: --serving-role is for PostgreSQL. Whoever may write to the file may do everything.
database-role-not-owner = Only the user that owns the tables can give { $role } rights on them. Name that user in the address.
database-role-unknown = The server has no role { $role }. Create it with: create role { $role } login
database-role-owner = { $role } may do everything with these tables already: it owns them or administers the server. Name a role of its own for serving.
cli-migrated = { $place } is up to date: the last step is { $migration }.
cli-serving-role = { $role } may now read and write rows as far as a hub needs that, and nothing else. Start the hub with its address.
cli-database-password = The hub signs in to its database by a password, which stays the same until somebody changes it. For good, let it show a certificate (sslcert and sslkey in the address) or sign in by the machine’s own socket.
