using Revitalization.Silo;

await SiloService.Build(SiloSettings.Read(Environment.GetEnvironmentVariable)).RunAsync();
