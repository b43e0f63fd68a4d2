using Revitalization.Contracts.Households;

namespace Revitalization.Contracts.Imports;

/// <summary>
/// Rows of an import whose person stands in another household too (重复人员): <c>GET /api/imports/{id}/duplicates</c>. The rows are
/// committed; which household is right, people settle. Kept as long as the uploaded file is.
/// </summary>
/// <param name="Rows">How many rows there are; <paramref name="Items"/> holds the first 200.</param>
public sealed record ImportDuplicates(long Rows, IReadOnlyList<ImportDuplicate> Items);

/// <summary>One such row, and where its person stands; name and national id are masked.</summary>
/// <param name="Row">Its number, as a spreadsheet counts.</param>
public sealed record ImportDuplicate(long Row, string Household, string Member, DuplicatePerson Person);
