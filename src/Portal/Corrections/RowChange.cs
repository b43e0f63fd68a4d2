namespace Revitalization.Portal.Corrections;

/// <summary>How a published value became another (更正类型). Names are public: they stand in <c>corrections.json</c>.</summary>
public enum ChangeKind
{
    /// <summary>数值更正: another value.</summary>
    Value,

    /// <summary>改为不予公布: it was a number and is suppressed now.</summary>
    Suppressed,

    /// <summary>改为公布: it was suppressed and is a number now.</summary>
    Disclosed,

    /// <summary>状态变化: the same value, such as provisional that became final.</summary>
    Status,

    /// <summary>文字更正: a field that is no figure.</summary>
    Text,

    /// <summary>新增: the row was not there.</summary>
    Added,

    /// <summary>撤下: the row is no longer there.</summary>
    Removed,
}

/// <summary>One changed field of one row between two releases.</summary>
/// <param name="Key">The row's key, as in its proof's address.</param>
/// <param name="Field">The property's name; of a row that came or went, the first figure it states.</param>
/// <param name="Before">As text, decimals exact; null where there was none.</param>
public sealed record RowChange(string Set, string Key, ChangeKind Kind, string Field, string? Before, string? After);

/// <summary>What a correcting release (更正) changed.</summary>
/// <param name="Changes">The first of them, by set and key; at most <see cref="CorrectionBook.MostChanges"/>.</param>
/// <param name="Counts">Of all, by kind.</param>
public sealed record Correction(int Release, int Corrects, string? Reason, IReadOnlyList<RowChange> Changes, IReadOnlyDictionary<ChangeKind, int> Counts)
{
    public int Total => Counts.Values.Sum();
}
