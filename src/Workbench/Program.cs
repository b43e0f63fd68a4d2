using Revitalization.Workbench;

var silo = Environment.GetEnvironmentVariable("PLATFORM_SILO") ?? "http://127.0.0.1:5001";
var listen = Environment.GetEnvironmentVariable("PLATFORM_LISTEN") ?? "http://127.0.0.1:5004";
await WorkbenchService.Build(new WorkbenchOptions(new Uri(silo)) { Listen = listen }).RunAsync();
