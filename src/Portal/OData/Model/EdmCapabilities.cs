using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Vocabularies;
using Revitalization.Portal.OData.Batch;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Requests;
using static Revitalization.Portal.OData.Model.Annotator;

namespace Revitalization.Portal.OData.Model;

/// <summary>
/// What the service can do and where it stops, said in the model itself, so that a client need not find out by being refused.
/// What the OData vocabularies have no term for (seconds, bytes, rows) has one of ours.
/// </summary>
internal static class EdmCapabilities
{
    private static readonly string[] Transformations =
    [
        "aggregate", "bottomcount", "bottompercent", "bottomsum", "compute", "concat", "filter", "groupby", "identity", "orderby", "rollup", "search", "skip", "top",
        "topcount", "toppercent", "topsum",
    ];

    public static void Describe(EdmModel model, PortalOptions portal)
    {
        var annotator = new Annotator(model);
        annotator.Refer();
        Declare(annotator);
        OfService(annotator, model.EntityContainer, portal);
        foreach (var set in Disclosure.InOrder) OfSet(annotator, set, model.EntityContainer.FindEntitySet(set.Name));
    }

    private static void Declare(Annotator annotator)
    {
        annotator.Declare("release", EdmPrimitiveTypeKind.Int32, "答复所依据的发布编号");
        annotator.Declare("suppressedCells", EdmPrimitiveTypeKind.Int64, "合计中缺少的不予公布的数值个数");
        annotator.Declare("MaxPageRows", EdmPrimitiveTypeKind.Int32, "一页最多的行数；更多的行从 @odata.nextLink 取");
        annotator.Declare("MaxQuerySeconds", EdmPrimitiveTypeKind.Int32, "一个查询最长的秒数；超出答复 400");
        annotator.Declare("MaxQueryBytes", EdmPrimitiveTypeKind.Int32, "查询选项最长的字节数；超出答复 414");
        annotator.Declare("MaxBatchRequests", EdmPrimitiveTypeKind.Int32, "$batch 一批最多的请求数");
        annotator.Declare("MaxBatchBytes", EdmPrimitiveTypeKind.Int32, "$batch 正文最长的字节数");
    }

    private static void OfService(Annotator annotator, IEdmEntityContainer service, PortalOptions portal)
    {
        annotator.Describe(service, "县级乡村振兴公开数据；只读；每次发布之后不再改变，用 asOf 读某一天的发布");
        foreach (var (name, value) in (IEnumerable<(string, IEdmExpression)>)
        [
            ("SupportedFormats", Texts(["application/json;odata.metadata=minimal", "application/json;odata.metadata=none", "application/json;IEEE754Compatible=true"])),
            ("SupportedMetadataFormats", Texts(["application/xml", "application/json"])), ("AcceptableEncodings", Texts(["br", "gzip"])),
            ("AsynchronousRequestsSupported", Flag(false)), ("CrossJoinSupported", Flag(false)), ("KeyAsSegmentSupported", Flag(false)),
            ("QuerySegmentSupported", Flag(true)), ("BatchSupport", Batch()), ("FilterFunctions", Texts(Functions.Names)),
            ("CustomQueryOptions", new EdmCollectionExpression(AsOf())),
        ])
            annotator.Add(service, Capabilities + name, value);
        annotator.Add(service, Aggregation + "ApplySupportedDefaults", Record(("Transformations", Texts(Transformations)), ("PropertyRestrictions", Flag(false))));
        foreach (var (name, most) in (IEnumerable<(string, long)>)
        [
            ("MaxPageRows", portal.PageRows), ("MaxQuerySeconds", (long)portal.QueryTimeout.TotalSeconds), ("MaxQueryBytes", QueryOptions.LongestQuery),
            ("MaxBatchRequests", BatchLimits.MostRequests), ("MaxBatchBytes", BatchLimits.MostBytes),
        ])
            annotator.Add(service, $"{EdmDisclosure.Namespace}.{name}", Number(most));
    }

    private static IEdmExpression Batch() => Record(
        ("Supported", Flag(true)), ("ContinueOnErrorSupported", Flag(true)), ("ReferencesInRequestBodiesSupported", Flag(false)),
        ("ReferencesAcrossChangeSetsSupported", Flag(false)), ("EtagReferencesSupported", Flag(false)), ("RequestDependencyConditionsSupported", Flag(false)),
        ("SupportedFormats", Texts(["application/json", "multipart/mixed"])));

    private static IEdmExpression AsOf() => Record(
        ("Name", Text("asOf")), ("Description", Text("日期（2023-09-30）：由那一天所依据的发布答复")), ("Required", Flag(false)));

    private static void OfSet(Annotator annotator, SetModel set, IEdmEntitySet target)
    {
        foreach (var (name, value) in (IEnumerable<(string, IEdmExpression)>)
        [
            ("InsertRestrictions", Record(("Insertable", Flag(false)))), ("UpdateRestrictions", Record(("Updatable", Flag(false)))), ("DeleteRestrictions", Record(("Deletable", Flag(false)))),
            ("IndexableByKey", Flag(true)), ("TopSupported", Flag(true)), ("SkipSupported", Flag(true)), ("ComputeSupported", Flag(true)),
            ("ChangeTracking", Record(("Supported", Flag(true)))), ("CountRestrictions", Record(("Countable", Flag(true)))),
            ("FilterRestrictions", Record(("Filterable", Flag(true)))), ("SortRestrictions", Record(("Sortable", Flag(true)))),
            ("ExpandRestrictions", Record(("Expandable", Flag(set.Navigations.Count > 0)), ("MaxLevels", Number(ExpandText.Deepest)))),
            ("SearchRestrictions", Record(("Searchable", Flag(set.Searched is not null)))),
        ])
            annotator.Add(target, Capabilities + name, value);
    }
}
