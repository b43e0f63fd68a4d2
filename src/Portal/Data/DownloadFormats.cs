using System.Text;
using Revitalization.Portal.Data.Statistics;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Data;

/// <summary>What <c>/data/{set}</c> may end in, and what is then written.</summary>
internal sealed class DownloadFormats(IReplicaReader replica)
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936) ?? throw new InvalidOperationException("The framework lacks GB18030.");

    /// <summary>Formats in which whole sets are prepared on disk, by the file's ending.</summary>
    public static readonly IReadOnlyDictionary<string, IRowFormat> Prepared = new Dictionary<string, IRowFormat>(StringComparer.Ordinal)
    {
        [".csv"] = new CsvRows(), [".jsonl"] = new JsonLineRows(), [".json"] = new JsonArrayRows(),
    };

    /// <param name="ending">From the first point on.</param>
    public IRowFormat? Of(string ending) => ending switch
    {
        ".gb18030.csv" => new CsvRows(Gb18030),
        ".xlsx" => new XlsxRows(),
        ".jsonstat.json" => new JsonStatRows(replica),
        ".sdmx.json" => new SdmxRows(replica),
        _ => Prepared.GetValueOrDefault(ending),
    };
}
