using System.Collections;
using Revitalization.Portal.Cube.Tables;

namespace Revitalization.Portal.Cube.Grouping;

/// <summary>Groups in their order. A row is made only for who asks for one: an answer in JSON is written without.</summary>
internal sealed class GroupRows(GroupTable table, int[] numbers, int from, int count) : IReadOnlyList<TableRow>
{
    public GroupTable Table => table;

    public int Count => count;

    public TableRow this[int at] => table.Row(NumberOf(at));

    /// <summary>The group's number, by which <see cref="Table"/> knows it.</summary>
    public int NumberOf(int at) => numbers[from + at];

    public GroupRows Slice(long skip, long? top)
    {
        var passed = (int)Math.Min(skip, count);
        return new(table, numbers, from + passed, (int)Math.Min(top ?? int.MaxValue, count - passed));
    }

    public IEnumerator<TableRow> GetEnumerator()
    {
        for (var at = 0; at < count; at++) yield return this[at];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
