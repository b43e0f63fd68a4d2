namespace Revitalization.Domain.Documents;

/// <summary>What is stated of a document (公开信息要素); each value as printed, cleaned of what converters left in it.</summary>
/// <param name="IndexNumber">索引号: organisation code, year and serial number; never changes.</param>
/// <param name="DocumentNumber">发文字号, such as 扶欢府发〔2021〕22号; null where the document has none.</param>
/// <param name="Issuer">发布机构.</param>
/// <param name="Topic">主题分类.</param>
/// <param name="Genre">体裁分类.</param>
/// <param name="MadeOn">成文日期.</param>
/// <param name="PublishedOn">发布日期, where it was published before it came here; null where publishing it here is the first time.</param>
/// <param name="Summary">内容概述.</param>
[GenerateSerializer, Immutable, Alias("document-profile")]
public sealed record DocumentProfile(
    [property: Id(0)] string Title, [property: Id(1)] string IndexNumber, [property: Id(2)] string? DocumentNumber, [property: Id(3)] string Issuer,
    [property: Id(4)] string Topic, [property: Id(5)] string Genre, [property: Id(6)] DateOnly? MadeOn, [property: Id(7)] DateOnly? PublishedOn,
    [property: Id(8)] DocumentValidity Validity, [property: Id(9)] string Summary);
