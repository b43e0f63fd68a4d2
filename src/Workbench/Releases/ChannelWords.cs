using Revitalization.Contracts.Releases;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Releases;

/// <summary>Channels of releases as the pages call them.</summary>
internal static class ChannelWords
{
    public static IReadOnlyList<Choice> OfFigures { get; } = [.. ReleaseChannels.OfFigures.Select(channel => new Choice(channel, Name(channel)))];

    public static IReadOnlyList<Choice> All { get; } = [.. ReleaseChannels.All.Select(channel => new Choice(channel, Name(channel)))];

    public static string Name(string channel) => channel switch
    {
        ReleaseChannels.Public => "公众数据",
        ReleaseChannels.Province => "省级数据",
        ReleaseChannels.Documents => "公开文件",
        _ => channel,
    };
}
