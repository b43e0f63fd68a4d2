using Revitalization.Silo.Households;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>The accounts whose tasks are the sender's: his own, and those of whom he stands in for today.</summary>
internal static class ByName
{
    /// <summary>Parameters for an <c>IN</c>.</summary>
    public static string List(Sender by) => string.Join(',', Of(by).Select(each => "@" + each.Name));

    public static (string Name, object? Value)[] Of(Sender by) =>
        [.. by.StandsInFor.Prepend(by.Account).Select((account, at) => ($"me{at}", (object?)account))];
}
