using Revitalization.Gateway;

await GatewayService.Build(GatewaySettings.Read(Environment.GetEnvironmentVariable)).RunAsync();
