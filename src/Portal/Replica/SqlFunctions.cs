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
        Two(connection, "dec_mul", (a, b) => Narrow(Rounded((Int128)a * b, Scale)));
        Two(connection, "dec_div", Quotient);
        Two(connection, "dec_mod", (a, b) => b == -1 ? 0 : a % NotZero(b));
        Two(connection, "int_mul", (a, b) => Narrow((Int128)a * b));
        Two(connection, "int_div", (a, b) => Narrow((Int128)a / NotZero(b)));
        Two(connection, "num_add", (a, b) => Narrow((Int128)a + b));
        Two(connection, "num_sub", (a, b) => Narrow((Int128)a - b));
        One(connection, "dec_round", a => Narrow(Rounded(a, Scale) * Scale));
        One(connection, "dec_floor", a => Narrow((Int128)Math.Floor((decimal)a / Scale) * Scale));
        One(connection, "dec_ceiling", a => Narrow((Int128)Math.Ceiling((decimal)a / Scale) * Scale));
        connection.CreateFunction("reaches", (long? sum, long factor, long amount, long? of) => sum is { } have && of is { } wanted && Reaches(have, factor, amount, wanted), isDeterministic: true);
        connection.CreateFunction("text_lower", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
        connection.CreateFunction("text_upper", (string? text) => text?.ToUpperInvariant(), isDeterministic: true);
        connection.CreateFunction("text_trim", (string? text) => text?.Trim(), isDeterministic: true);
    }

    /// <summary>Whether a sum is as large as an amount, each with its factor, in 128 bits.</summary>
    public static bool Reaches(long sum, long factor, long amount, long of) => (Int128)sum * factor >= (Int128)amount * of;

    /// <summary>The quotient of two scaled numbers, scaled and rounded.</summary>
    public static long Quotient(long a, long b) => Narrow(Rounded((Int128)a * Scale, NotZero(b)));

    private static void Two(SqliteConnection connection, string name, Func<long, long, long> function) =>
        connection.CreateFunction(name, (long? a, long? b) => a is { } x && b is { } y ? function(x, y) : (long?)null, isDeterministic: true);

    private static void One(SqliteConnection connection, string name, Func<long, long> function) =>
        connection.CreateFunction(name, (long? a) => a is { } x ? function(x) : (long?)null, isDeterministic: true);

    // Half away from zero: add half the divisor, then cut.
    private static Int128 Rounded(Int128 dividend, long divisor)
    {
        var (quotient, rest) = Int128.DivRem(dividend, divisor);
        if (Int128.Abs(rest) * 2 < Int128.Abs(divisor)) return quotient;
        return (dividend < 0) == (divisor < 0) ? quotient + 1 : quotient - 1;
    }

    private static long NotZero(long divisor) => divisor == 0 ? throw Fault("除数为零") : divisor;

    private static long Narrow(Int128 exact) => exact >= long.MinValue && exact <= long.MaxValue ? (long)exact : throw Fault("数值溢出");

    private static SqliteException Fault(string reason) => new(Mark + reason, 1);
}
