using Microsoft.Data.Sqlite;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Sql;

/// <summary>Which failures of SQLite are the query's own: arithmetic that has no result, an expression too large, a deadline.</summary>
internal static class SqlFaults
{
    private const int Interrupted = 9, TooBig = 18;

    private static readonly string[] TooComplex =
        ["Expression tree is too large", "parser stack overflow", "too many", "string or blob too big", "at most 64 tables"];

    public static Exception Explain(SqliteException failed, CancellationToken caller) => failed.SqliteErrorCode switch
    {
        Interrupted => Stopped(caller),
        TooBig => QueryFaultException.Bad("查询太复杂。"),
        _ when Marked(failed.Message) is { } reason => QueryFaultException.Bad(reason + "。"),
        _ when failed.Message.Contains("integer overflow", StringComparison.Ordinal) => QueryFaultException.Bad("数值溢出。"),
        _ when TooComplex.Any(known => failed.Message.Contains(known, StringComparison.Ordinal)) => QueryFaultException.Bad("查询太复杂。"),
        _ => new InvalidOperationException($"SQLite refused a statement of ours: {failed.Message}", failed),
    };

    public static Exception Stopped(CancellationToken caller) =>
        caller.IsCancellationRequested ? new OperationCanceledException(caller) : QueryFaultException.TooCostly();

    public static T Guard<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (InsufficientExecutionStackException)
        {
            throw QueryFaultException.Bad("查询太复杂。");
        }
    }

    private static string? Marked(string message)
    {
        var at = message.IndexOf(SqlFunctions.Mark, StringComparison.Ordinal);
        return at < 0 ? null : message[(at + SqlFunctions.Mark.Length)..].TrimEnd('.', '\'', ' ');
    }
}
