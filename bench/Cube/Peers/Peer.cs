namespace Revitalization.Bench.Cube.Peers;

/// <summary>Another server of the same rows: how it is started, and its words for what everybody is asked.</summary>
/// <param name="Prepare">The tool that builds or installs it, and its arguments; it runs in the peers' folder.</param>
/// <param name="Start">The program, and what stands before its port.</param>
/// <param name="Export">All rows in one answer; null where it has none, or would gather more than it can hold.</param>
internal sealed record Peer(
    string Name, IReadOnlyList<string> Prepare, (string Program, string Script) Start, IReadOnlyList<string> Arguments,
    Func<Uri, byte[][]> Pages, Func<Uri, byte[][]> CountySums, Func<Uri, byte[]> AllSums, Func<Uri, byte[]>? Export)
{
    private const int LargestWholeAnswer = 1_200_000; // Rows of an answer that SAP CAP gathers in memory before it sends.

    public static IReadOnlyList<Peer> All(CubeRelease release, PostgresRows table) =>
    [
        new("EF Core", ["dotnet", "build", "EfCore", "-c", "Release", "-v", "q", "-nologo"],
            ("dotnet", "../../artifacts/Local/bin/EfCore/release/Revitalization.EfCore.dll"), [table.Connection],
            at => Queries.EfPages(release, at), at => Queries.EfCountySums(release, at), at => Queries.Get(at, "/all"), at => Queries.Get(at, "/export")),
        new("SAP CAP", s_npm, ("node", "cap/start.js"), table.NodeArguments,
            at => Queries.CapPages(release, at), at => Queries.CapCountySums(release, at), Queries.CapAllSums,
            release.Rows > LargestWholeAnswer ? null : at => Queries.Get(at, $"/odata/Observations?$top={release.Rows}")),
        new("PostGraphile", s_npm, ("node", "postgraphile/server.js"), table.NodeArguments,
            at => Queries.GraphPages(release, at), at => Queries.GraphCountySums(release, at), Queries.GraphAllSums, null),
    ];

    private static readonly string[] s_npm = ["npm", "ci", "--no-audit", "--no-fund", "--silent"];
}
