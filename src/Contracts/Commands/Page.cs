namespace Revitalization.Contracts.Commands;

/// <summary>One page of a list (分页). Give <paramref name="NextCursor"/> back as <c>cursor</c> for the next one; null on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
