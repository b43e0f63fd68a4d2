using Revitalization.Workbench;

await WorkbenchService.Build(WorkbenchOptions.FromEnvironment()).RunAsync();
