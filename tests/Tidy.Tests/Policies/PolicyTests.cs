using System.Text.Json;
using Revitalization.Tidy.Tests.Repository;

namespace Revitalization.Tidy.Tests.Policies;

public sealed class PolicyTests
{
    // A number an official may change is data: when it held and which clause says so.
    [Fact]
    public void Every_policy_value_has_a_date_and_a_source()
    {
        foreach (var file in Directory.Exists(Tree.Path("policies")) ? Tree.Files("*.json", "policies") : [])
        {
            using var document = JsonDocument.Parse(Tree.Read(file));
            foreach (var value in Values(document.RootElement))
            {
                value.TryGetProperty("from", out var from).ShouldBeTrue(file);
                DateOnly.TryParseExact(from.GetString(), "yyyy-MM-dd", out _).ShouldBeTrue(file);
                value.TryGetProperty("source", out var source).ShouldBeTrue(file);
                foreach (var part in new[] { "document", "clause" })
                    source.GetProperty(part).GetString().ShouldNotBeNullOrWhiteSpace(file);
            }
        }
    }

    private static IEnumerable<JsonElement> Values(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.NameEquals("values") && property.Value.ValueKind == JsonValueKind.Array
                ? property.Value.EnumerateArray()
                : Values(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Values),
        _ => [],
    };
}
