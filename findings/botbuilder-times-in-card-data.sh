#!/usr/bin/env bash
# Microsoft.Bot.Builder.Integration.AspNet.Core 4.23.1, CloudAdapter: a card's button carries times in its data, the client sends them
# back unchanged, and the bot reads them from Activity.Value.
#
# Expected: Value contains the strings that were sent.
# Seen: any string that looks like a date with a time becomes a UTC date. A wall time without offset becomes 09:00 UTC, an offset is
# lost (09:00+05:00 is 04:00Z), and reading either as text gives '11/30/2026 ...'. A date alone stays, and so does Activity.Text.
#
# Output seen:
#   sent: {"wall":"2026-11-30T09:00:00","offset":"2026-11-30T09:00:00+05:00","day":"2026-11-30"}
#   read: {"wall":"2026-11-30T09:00:00Z","offset":"2026-11-30T04:00:00Z","day":"2026-11-30"}
#   the wall time as text: 11/30/2026 09:00:00
#   the message's text: 2026-11-30T09:00:00
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > try.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup>
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
    <PackageReference Include="Microsoft.Bot.Builder.Integration.AspNet.Core" Version="4.23.1" />
    <PackageReference Include="Microsoft.Identity.Client" Version="4.83.1" />
    <PackageReference Include="Microsoft.IdentityModel.Protocols.OpenIdConnect" Version="8.16.0" />
    <!-- Not on every registry; nothing here needs it. -->
    <PrunePackageReference Include="AdaptiveCards" Version="3.1.0" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

const string Sent = """{"wall":"2026-11-30T09:00:00","offset":"2026-11-30T09:00:00+05:00","day":"2026-11-30"}""";
var http = new DefaultHttpContext();
http.Request.Method = "POST";
http.Request.ContentType = "application/json";
http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(
    $$$"""{"type":"message","id":"1","channelId":"emulator","serviceUrl":"http://localhost/","from":{"id":"a"},"recipient":{"id":"b"},"conversation":{"id":"c"},"text":"2026-11-30T09:00:00","value":{{{Sent}}}}"""));
Console.WriteLine($"sent: {Sent}");
await new CloudAdapter(new ConfigurationBuilder().Build()).ProcessAsync(http.Request, http.Response, new Reader());

sealed class Reader : IBot
{
    public Task OnTurnAsync(ITurnContext turn, CancellationToken token)
    {
        var value = (JObject)turn.Activity.Value;
        Console.WriteLine($"read: {value.ToString(Formatting.None)}");
        Console.WriteLine($"the wall time as text: {(string)value["wall"]!}");
        Console.WriteLine($"the message's text: {turn.Activity.Text}");
        return Task.CompletedTask;
    }
}
X
dotnet build --nologo -v quiet
seen=$(dotnet run --no-build)
echo "$seen"
[ "$seen" = 'sent: {"wall":"2026-11-30T09:00:00","offset":"2026-11-30T09:00:00+05:00","day":"2026-11-30"}
read: {"wall":"2026-11-30T09:00:00Z","offset":"2026-11-30T04:00:00Z","day":"2026-11-30"}
the wall time as text: 11/30/2026 09:00:00
the message'"'"'s text: 2026-11-30T09:00:00' ] || { echo 'It behaves otherwise now.'; exit 1; }
