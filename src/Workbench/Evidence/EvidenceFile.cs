using System.Net.Http.Headers;
using System.Text.Json;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Evidence;

/// <summary>A photo or document (佐证材料) on its way to the Silo, which keeps it encrypted under the hash of its bytes.</summary>
internal static class EvidenceFile
{
    public const int MostBytes = 10 * 1024 * 1024;
    private const int HashDigits = 64;

    public static Problem TooLarge => Problem.OfFields(new FieldFault("files", null, "size", "单个文件不超过 10 MB；照片请先压缩。"));

    public static bool IsHash(string text) => text.Length == HashDigits && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Null where it is too large.</summary>
    public static async Task<byte[]?> ReadBytes(Stream body, CancellationToken cancellation)
    {
        using var held = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = await body.ReadAsync(chunk, cancellation)) > 0)
        {
            if (held.Length + read > MostBytes) return null;
            held.Write(chunk, 0, read);
        }

        return held.ToArray();
    }

    /// <param name="place">Where the files of this household or partnership lie, such as <c>/api/households/H1/evidence</c>.</param>
    public static async Task<Problem?> Put(SiloClient silo, string place, string hash, byte[] bytes, string? type, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{place}/{hash}") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(type, out var known) ? known : new MediaTypeHeaderValue("application/octet-stream");
        var answer = await silo.Send<JsonElement>(request, cancellation);
        return answer.Problem is { } problem ? AtFiles(problem) : null;
    }

    private static Problem AtFiles(Problem problem) => problem.Errors is { Count: > 0 }
        ? problem
        : problem with { Errors = [new FieldFault("files", null, "rule", $"{problem.Title}。{problem.Detail}")] };
}
