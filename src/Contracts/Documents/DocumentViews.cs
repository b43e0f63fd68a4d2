namespace Revitalization.Contracts.Documents;

/// <summary><c>GET /api/documents/{id}</c>.</summary>
/// <param name="Body">As registered.</param>
/// <param name="Stage"><c>registered</c>, <c>returned</c>, <c>reviewed</c>, <c>published</c>, <c>replaced</c> or <c>repealed</c>.</param>
/// <param name="DueOn">The last day of the twenty working days from making to publishing; null without a day of making.</param>
/// <param name="PublishedOn">Here.</param>
/// <param name="Reason">Of the last return, replacement or repeal.</param>
public sealed record DocumentView(
    string Id, DocumentBody Body, string RegionName, string Stage, DateOnly? DueOn, DateOnly? PublishedOn, DateOnly? EndedOn, string? Successor, string? Reason,
    string RegisteredBy, string? ReviewedBy, long Version, IReadOnlyList<DocumentAttachmentView> Attachments);

public sealed record DocumentAttachmentView(string Name, string MediaType, long Length, string Sha256);

/// <summary><c>GET /api/documents/{id}/findings</c>: what the checks before publication found, in the order of the text; computed now.</summary>
/// <param name="Indicators">Figures of the platform that a place may be said to state, in their order.</param>
public sealed record DocumentFindingsView(
    string Id, long Version, int Errors, int Undecided, IReadOnlyList<DocumentFindingView> Findings, IReadOnlyList<StatableIndicator> Indicators);

public sealed record StatableIndicator(string Code, string Name, string Unit);

/// <param name="Finding">Its id: kind and place; it says nothing of what stands there.</param>
/// <param name="Kind">See <see cref="DocumentTerms.Findings"/>.</param>
/// <param name="Severity"><c>error</c> must be decided before publication; <c>warning</c> may be.</param>
/// <param name="Field">Of the body; null where it stands in the text.</param>
/// <param name="Start">In the text.</param>
/// <param name="Decision">Why it may be published; null while nobody said.</param>
/// <param name="Proposed">What the place seems to state, for the officer to check: whose and when is a guess.</param>
/// <param name="Attachment">Name of the attachment that it stands in; its place is then one of that file's text, with <paramref name="Excerpt"/> around it.</param>
/// <param name="Stated">What the officer said it states.</param>
public sealed record DocumentFindingView(
    string Finding, string Kind, string Severity, string? Field, int Start, int Length, string Words, string? Decision,
    IReadOnlyList<StatedFigureBody>? Proposed = null, IReadOnlyList<StatedFigureBody>? Stated = null, string? Attachment = null, string? Excerpt = null);

/// <summary>One of <c>GET /api/documents?region=&amp;stage=&amp;cursor=&amp;limit=</c>, by id.</summary>
/// <param name="PublishedOn">Where it was published first, else here.</param>
public sealed record DocumentLine(
    string Id, string Region, string RegionName, string Title, string IndexNumber, string? DocumentNumber, string Issuer, string Topic, string Genre,
    DateOnly? MadeOn, DateOnly? PublishedOn, DateOnly? DueOn, string Stage, long Version);

/// <summary>
/// <c>GET /api/documents/years/{year}?region=</c>: numbers for the yearly report (政府信息公开工作年度报告, due on 31 January; 条例第四十九条).
/// </summary>
/// <param name="Published">本年新公开, by the day of publication; where it was published before it came here, by that day.</param>
/// <param name="Ended">本年废止或被替代.</param>
/// <param name="InForce">年末有效.</param>
/// <param name="Late">Published after more than twenty working days.</param>
public sealed record DocumentYearView(int Year, int Published, int Ended, int InForce, int Late, IReadOnlyList<GenreCount> ByGenre);

public sealed record GenreCount(string Genre, int Published);
