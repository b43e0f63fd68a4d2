using System.Text.Json.Nodes;

namespace Revitalization.Contracts.Releases;

/// <summary>The lines of documents. Fields are named one by one.</summary>
public sealed partial record RowLine
{
    public static RowLine Of(PublicDocument row) => Make(PublicSets.Documents, row.Id, new JsonObject
    {
        [nameof(Id)] = row.Id, ["IndexNumber"] = row.IndexNumber, ["Title"] = row.Title, ["DocumentNumber"] = row.DocumentNumber, ["Issuer"] = row.Issuer,
        ["RegionCode"] = row.RegionCode, ["Topic"] = row.Topic, ["Genre"] = row.Genre, ["MadeOn"] = Day(row.MadeOn), ["PublishedOn"] = Day(row.PublishedOn),
        ["Validity"] = row.Validity, ["Summary"] = row.Summary, ["Body"] = row.Body, ["BodySha256"] = row.BodySha256, ["MainStart"] = row.MainStart,
        ["MainLength"] = row.MainLength, ["EndedOn"] = Day(row.EndedOn), ["SuccessorId"] = row.SuccessorId, ["EndReason"] = row.EndReason,
        ["Sections"] = new JsonArray([.. row.Sections.Select(section => new JsonObject
        {
            ["Level"] = section.Level, ["Number"] = section.Number, ["Heading"] = section.Heading, ["Start"] = section.Start,
        })]),
        ["Attachments"] = new JsonArray([.. row.Attachments.Select(file => new JsonObject
        {
            ["Name"] = file.Name, ["MediaType"] = file.MediaType, ["Length"] = Long(file.Length), ["Sha256"] = file.Sha256,
        })]),
    });
}
