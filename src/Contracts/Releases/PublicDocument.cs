namespace Revitalization.Contracts.Releases;

/// <summary>
/// One row of <c>Documents</c> (公开文件), in a release of the channel <c>documents</c>: the document as it stands after what changed. A later
/// release's row of the same id takes its place; its text never differs.
/// </summary>
/// <param name="Id">Chosen by the county; the document's permanent address is <c>/documents/{Id}</c>.</param>
/// <param name="RegionCode">Whose document it is: a county or a township.</param>
/// <param name="MadeOn">成文日期.</param>
/// <param name="PublishedOn">发布日期: where it was published before it came here, that day.</param>
/// <param name="Validity">Valid, Superseded, Repealed or Unstated.</param>
/// <param name="Body">The text as it was checked and decided on, unchanged.</param>
/// <param name="BodySha256">Of the text's UTF-8 bytes, lower-case hex; the same as in the county's log.</param>
/// <param name="MainStart">Where the text proper begins, behind a page's breadcrumbs and fields; with <paramref name="MainLength"/> in UTF-16 units.</param>
/// <param name="SuccessorId">The document that took its place (替代).</param>
/// <param name="EndReason">Why it was replaced or repealed.</param>
public sealed record PublicDocument(
    string Id, string IndexNumber, string Title, string? DocumentNumber, string Issuer, string RegionCode, string Topic, string Genre, DateOnly? MadeOn,
    DateOnly PublishedOn, string Validity, string Summary, string Body, string BodySha256, int MainStart, int MainLength, DateOnly? EndedOn, string? SuccessorId,
    string? EndReason, IReadOnlyList<PublicSection> Sections, IReadOnlyList<PublicAttachment> Attachments);

/// <summary>A heading of the text.</summary>
/// <param name="Level">1 一、 2 （一） 3 1. 4 (1); 0 without a number.</param>
/// <param name="Start">First character of its line in the body.</param>
public sealed record PublicSection(int Level, string Number, string Heading, int Start);

/// <summary>A file published with a document (附件).</summary>
/// <param name="Sha256">Of its bytes, lower-case hex: also its address.</param>
public sealed record PublicAttachment(string Name, string MediaType, long Length, string Sha256);
