using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>
/// The sheet cannot be read on. Readers sit below iterators and foreign parsers, where a returned refusal cannot pass;
/// it is caught in two named places: where a file is received and where an import runs.
/// </summary>
public sealed class SheetRefusedException(ImportRefusal refusal, string detail, IReadOnlyList<string>? headings = null)
    : Exception(detail)
{
    public ImportRefusal Refusal { get; } = refusal;

    /// <summary>What to do, naming row, column or byte; never a cell's content.</summary>
    public string Detail { get; } = detail;

    /// <summary>Headings it is about, for <c>errors[]</c>.</summary>
    public IReadOnlyList<string> Headings { get; } = headings ?? [];
}
