using Revitalization.Contracts.Monitoring;
using Revitalization.Workbench.Monitoring.Lists;

namespace Revitalization.Workbench.Monitoring.Print;

/// <summary>Where a village's whole notice (全村公示) is printed, from the pages on which its households are seen to stand at it.</summary>
internal static class NoticePrint
{
    private const int VillageDigits = 12;
    private const int VillagesMax = 10;
    private const string Step = "notice";
    private const string ClearingStep = "clearing-notice";

    public static string Of(string village, string step) => $"/workbench/monitoring/notice-print?village={Uri.EscapeDataString(village)}&step={step}";

    /// <summary>Null where the list is not of one village's households at a notice.</summary>
    public static string? OfList(ListFilter filter) => filter is { Region.Length: VillageDigits, Step: Step or ClearingStep } ? Of(filter.Region, filter.Step) : null;

    /// <summary>The villages of the tasks to post a notice; one notice names all of a village's households.</summary>
    public static IEnumerable<(string Village, string Name)> VillagesOf(IEnumerable<MonitoringTask> tasks) => tasks
        .Where(task => string.Equals(task.Kind, Step, StringComparison.Ordinal))
        .Select(task => (task.VillageCode, task.VillageName)).Distinct().Take(VillagesMax);
}
