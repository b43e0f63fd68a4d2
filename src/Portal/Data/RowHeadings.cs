using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.Data;

/// <summary>The Chinese heading of a column, through whatever navigation it came; a name that the query gave stays that name.</summary>
internal static class RowHeadings
{
    public static string Of(SetModel set, Column column) => column.IsNamedHere ? column.Path : Of(set, column.Path.Split('/'));

    private static string Of(SetModel set, string[] path) => path.Length == 1
        ? set.Find(path[0])?.Heading ?? path[0]
        : set.Navigation(path[0]) is { } navigation ? Of(Disclosure.Sets[navigation.Target], path[1..]) : path[^1];
}
