namespace Revitalization.Workbench;

/// <summary>What the Workbench needs to be told.</summary>
/// <param name="SiloAddress">Where the Silo's HTTP API answers, such as <c>http://127.0.0.1:5001</c>.</param>
/// <param name="FormKey">
/// Key of the form tokens. Null: a random one, so that forms opened before a restart must be opened again; several
/// Workbenches behind one Gateway must be given the same key.
/// </param>
public sealed record WorkbenchOptions(Uri SiloAddress, byte[]? FormKey = null)
{
    /// <summary>Where to listen; port 0 picks a free one.</summary>
    public string Listen { get; init; } = "http://127.0.0.1:0";
}
