using Microsoft.Data.Sqlite;

namespace Revitalization.Portal.Replica;

/// <summary>
/// Exact arithmetic inside SQLite, whose own <c>*</c> and <c>/</c> turn to floating point when they overflow. Decimals are
/// integers scaled by <see cref="Scale"/>; a product or quotient rounds half away from zero (四舍五入) to four decimals.
/// A function that throws fails the statement, and the query is answered 400.
/// </summary>
internal static class SqlFunctions
{
    public const long Scale = 10_000;

    /// <summary>How a message says that the fault is the query's: it is shown to the caller without the mark.</summary>
    public const string Mark = "query: ";

    public static void Register(SqliteConnection connection)
    {
        Two(connection, "dec_mul", (a, b) => Rounded((decimal)a * b / Scale));
        Two(connection, "dec_div", (a, b) => Rounded(Quotient(a, b) * Scale));
        Two(connection, "dec_mod", (a, b) => b == 0 ? throw Fault("除数为零") : a % b);
        Two(connection, "int_mul", (a, b) => Rounded((decimal)a * b));
        Two(connection, "int_div", (a, b) => Rounded(decimal.Truncate(Quotient(a, b))));
        Two(connection, "num_add", (a, b) => Rounded((decimal)a + b));
        Two(connection, "num_sub", (a, b) => Rounded((decimal)a - b));
        One(connection, "dec_round", a => Rounded(Math.Round((decimal)a / Scale, MidpointRounding.AwayFromZero) * Scale));
        One(connection, "dec_floor", a => Rounded(Math.Floor((decimal)a / Scale) * Scale));
        One(connection, "dec_ceiling", a => Rounded(Math.Ceiling((decimal)a / Scale) * Scale));
        connection.CreateFunction("text_lower", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
        connection.CreateFunction("text_upper", (string? text) => text?.ToUpperInvariant(), isDeterministic: true);
        connection.CreateFunction("text_trim", (string? text) => text?.Trim(), isDeterministic: true);
    }

    private static void Two(SqliteConnection connection, string name, Func<long, long, long> function) =>
        connection.CreateFunction(name, (long? a, long? b) => a is { } x && b is { } y ? function(x, y) : (long?)null, isDeterministic: true);

    private static void One(SqliteConnection connection, string name, Func<long, long> function) =>
        connection.CreateFunction(name, (long? a) => a is { } x ? function(x) : (long?)null, isDeterministic: true);

    private static decimal Quotient(long a, long b) => b == 0 ? throw Fault("除数为零") : (decimal)a / b;

    private static long Rounded(decimal exact)
    {
        var rounded = Math.Round(exact, MidpointRounding.AwayFromZero);
        return rounded is >= long.MinValue and <= long.MaxValue ? (long)rounded : throw Fault("数值溢出");
    }

    private static SqliteException Fault(string reason) => new(Mark + reason, 1);
}
