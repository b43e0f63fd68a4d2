using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

// A silo to be killed: appends with many writers and says what was acknowledged, one line for each, as it happens.
// Arguments: number of writers, commands of each (0: until killed), then "sqlite" FOLDER or "postgres" FOLDER CONNECTION.
var writers = int.Parse(args[0], CultureInfo.InvariantCulture);
var commands = int.Parse(args[1], CultureInfo.InvariantCulture);
var options = new StorageOptions(args[3], args.ElementAtOrDefault(4), SHA256.HashData("the conformance suite's master key"u8));
var run = RandomNumberGenerator.GetHexString(8, lowercase: true);

var storage = await StorageFactory.Open(options, TimeProvider.System);
await using (storage)
{
    await using var output = Console.OpenStandardOutput();
    var saying = new Lock();
    Say("ready");
    try
    {
        await Task.WhenAll(Enumerable.Range(0, writers).Select(Write));
    }
    catch (StorageFaultException fault)
    {
        Say("fault " + fault.Message.ReplaceLineEndings(" "));
        Environment.ExitCode = 3;
    }

    async Task Write(int writer)
    {
        for (var n = 0; commands == 0 || n < commands; n++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{run}-{writer}-{n}");
            var data = Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","note":"{{new string('x', 250)}}"}""");
            var request = new AppendRequest(
                string.Create(CultureInfo.InvariantCulture, $"{run}/{writer}"), n, [new NewEvent("written", 1, data)],
                id, "content", "writer", DateTimeOffset.UnixEpoch);
            var result = await storage.Events.Append(request);
            Say(string.Create(CultureInfo.InvariantCulture, $"ack {id} {result.Status} {result.Outcome?.Seq}"));
        }
    }

    // One write for each line: what the parent reads was said before the kill.
    void Say(string line)
    {
        lock (saying) output.Write(Encoding.UTF8.GetBytes(line + "\n"));
    }
}
