using System.Globalization;
using System.IO.Compression;
using System.Text;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Sheets;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Catalogue;

/// <summary><c>/data/releases/{n}/archive.zip</c>: one release whole, its signed manifest and every row as they were hashed; enough to check it offline.</summary>
internal sealed class ReleaseArchive(ReplicaStore store)
{
    private const string ReadMe = """
        乡村振兴信息公开平台：一次发布的全部数据

        manifest.json  清单：行数、根散列、签名（规范 JSON，RFC 8785；ES256）
        rows.jsonl     全部数据，一行一个 JSON 对象；每一行就是散列时的原样

        核验方法见网站的“核验”页。数据许可：知识共享 署名 4.0（CC BY 4.0）。

        """;

    public async Task Answer(HttpContext http, int number)
    {
        if (store.State.Find(number) is not { Held: true } known) throw QueryFaultException.NotFound("没有这一期发布，或者它的数据已不再保留。");
        http.Response.ContentType = "application/zip";
        http.Response.Headers.CacheControl = "public, max-age=3600";
        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"release-{number}.zip\"");
        if (HttpMethods.IsHead(http.Request.Method)) return;
        using var written = new MemoryStream();
        await using var gate = new OutgoingStream(written);
        await using (var archive = new ZipArchive(gate, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            await Add(archive, "README.txt", new MemoryStream(Encoding.UTF8.GetBytes(ReadMe)), written, http);
            await Add(archive, "manifest.json", new MemoryStream(ManifestJson.Write(known.Signed)), written, http);
            await Add(archive, "rows.jsonl", File.OpenRead(store.Files.Rows(number)), written, http);
        }
        await Send(written, http);
    }

    private static async Task Add(ZipArchive archive, string name, Stream content, MemoryStream written, HttpContext http)
    {
        await using var from = content;
        await using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        var buffer = new byte[64 * 1024];
        for (var read = await from.ReadAsync(buffer, http.RequestAborted); read > 0; read = await from.ReadAsync(buffer, http.RequestAborted))
        {
            entry.Write(buffer, 0, read);
            await Send(written, http);
        }
    }

    // An archive closes its entries with writes that are not asynchronous, which a response must have: what it wrote is sent in between.
    private static async Task Send(MemoryStream written, HttpContext http)
    {
        await http.Response.Body.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), http.RequestAborted);
        written.SetLength(0);
    }
}
