using System.Text.Json.Serialization;
using Revitalization.Contracts.Aid;

namespace Revitalization.Contracts.Commands;

/// <summary>What every accepted write answers (回执): proof of where the fact stands in the log.</summary>
/// <param name="Id">The id its sender chose.</param>
/// <param name="Stream">The stream of the one who decided, such as <c>household/H0001</c>.</param>
/// <param name="Version">The stream's version after the write; the resource's ETag.</param>
/// <param name="Seq">Position in the log of the last event written; name it as <c>after=</c> to read your own write.</param>
/// <param name="RecordedAt">When it was recorded, in China's time (+08:00).</param>
public sealed record Receipt(string Id, string Stream, long Version, long Seq, DateTimeOffset RecordedAt)
{
    /// <summary>Of an act on a report of support, for the files of either side; absent elsewhere, and where nothing changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SignedReceipt? Signed { get; init; }
}
