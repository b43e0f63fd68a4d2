using Revitalization.Portal.Cube.Conditions;

namespace Revitalization.Portal.OData.Delta;

/// <summary>The order of keys as both executors give rows: numbers by size, texts by code point (which UTF-16's order is not).</summary>
internal static class KeyOrder
{
    public static int Compare(IReadOnlyList<object> left, IReadOnlyList<object> right)
    {
        for (var at = 0; at < left.Count; at++)
        {
            var order = left[at] is long number ? number.CompareTo((long)right[at]) : TextOrder.Compare((string)left[at], (string)right[at]);
            if (order != 0) return order;
        }
        return 0;
    }
}
