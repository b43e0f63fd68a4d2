namespace Revitalization.Storage;

/// <param name="DataDirectory">Where files live: SQLite databases (unless PostgreSQL), releases, secrets.</param>
/// <param name="PostgresConnection">A connection string; null means SQLite files in <paramref name="DataDirectory"/>.</param>
/// <param name="MasterKey">32 bytes that wrap every person's key; kept outside log and backups.</param>
public sealed record StorageOptions(string DataDirectory, string? PostgresConnection, ReadOnlyMemory<byte> MasterKey);
