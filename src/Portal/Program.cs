using Revitalization.Portal;

await PortalService.Build(PortalSettings.FromEnvironment()).RunAsync();
