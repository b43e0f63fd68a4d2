using System.Collections;
using System.Globalization;
using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Our own reading of plain conditions is ODataLib's, or none.</summary>
public sealed class PlainExpressionTests
{
    private const int Seed = 20251122, Cases = 20_000;

    private static readonly string[] Words =
    [
        "RegionCode", "Value", "Release", "Note", "Status", "Period", "Nothing", "true", "null", "eq", "ne", "lt", "ge", "and", "or", "not", "in", "'510823'", "'注'", "''", "'a''b'", "1", "-1",
        "0012", "99999999999", "1.5", "(", ")", ",", " ", "  ", "startswith(", "contains(RegionCode,'1')", "endswith(Note, 'x')", "startswith(Value,'1')", "eq ", " eq '2023'", " gt 5",
        "add", "div", "+", "%20", "$it/", "Region/Name", "RegionCode eq 'x'", "Value le 12", "(Value ge 3 or Release eq 1)",
    ];

    // What one of them refuses the other must not answer, and what both read must be one thing.
    [Fact]
    public void What_is_read_without_the_library_is_what_the_library_reads()
    {
        var random = new Random(Seed);
        var shape = new Binder(new ExpressionParser([]), new Guard(NoGuard.Facts)).Start(Disclosure.Observations).Stage.Shape;
        var plain = 0;
        for (var number = 0; number < Cases; number++)
        {
            var text = random.Next(2) == 0 ? Written(random) : string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Words[random.Next(Words.Length)]));
            if (PlainExpressions.Condition(shape, text) is not { } read) continue;
            plain++;
            Shown(read).ShouldBe(Shown(new ExpressionParser([]).FilterByLibrary(shape, text)), text);
        }
        plain.ShouldBeGreaterThan(Cases / 10, "it reads what people write");
    }

    [Theory]
    [InlineData("Observations?$filter=RegionCode eq 1")]
    [InlineData("Observations?$filter=Value")]
    [InlineData("Observations?$filter=RegionCode eq 'x' and")]
    [InlineData("Observations?$filter=RegionCode eq 'x')")]
    [InlineData("Observations?$filter=(RegionCode eq 'x'")]
    public void What_is_wrong_is_still_said_by_the_library(string address)
    {
        var options = QueryOptions.Parse(address[address.IndexOf('?', StringComparison.Ordinal)..]);
        var shape = new Binder(new ExpressionParser([]), new Guard(NoGuard.Facts)).Start(Disclosure.Observations).Stage.Shape;
        Should.Throw<QueryFaultException>(() => new ExpressionParser([]).Filter(shape, options["$filter"]!)).Status.ShouldBe(400);
    }

    private static string Written(Random random) => random.Next(6) switch
    {
        0 => $"({Written(random)})",
        1 => $"{Written(random)} and {Written(random)}",
        2 => $"{Written(random)} or {Written(random)}",
        3 => $"{One(random, ["startswith", "endswith", "contains"])}({One(random, ["RegionCode", "Note", "Status"])},'{One(random, ["51", "", "x y", "注"])}')",
        4 => $"{One(random, ["Value", "Release"])} {One(random, ["eq", "ne", "lt", "le", "gt", "ge"])} {random.Next(0, 2000).ToString(CultureInfo.InvariantCulture)}",
        _ => $"{One(random, ["RegionCode", "Period", "Note"])} {One(random, ["eq", "ne", "lt", "le", "gt", "ge"])} '{One(random, ["51", "2023-Q1", "", "and", "x or y"])}'",
    };

    private static string One(Random random, string[] of) => of[random.Next(of.Length)];

    // Lists within records compare by reference.
    private static string Shown(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        Expression expression => $"{expression.GetType().Name}({string.Join(',', expression.GetType().GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal)
            .Where(property => property.Name != "EqualityContract").Select(property => $"{property.Name}:{Shown(property.GetValue(expression))}"))})",
        IEnumerable list => $"[{string.Join(',', list.Cast<object?>().Select(Shown))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
