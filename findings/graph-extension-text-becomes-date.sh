#!/usr/bin/env bash
# Microsoft.Graph 5.92.0 (Microsoft.Kiota.Serialization.Json 1.22.1): text attributes of a directory extension are read from a person and
# written back unchanged. The machine is in Amsterdam.
#
# Expected: text that comes as a JSON string is a string, and is sent back unchanged.
# Seen: its type depends on its content. A string that looks like a date becomes a DateTime (one like a GUID, a Guid), and is sent back
# with a time, in the machine's zone.
#
# Output seen:
#   badge: String P-2026
#   starts: DateTime 2026-11-30
#   shift: DateTime 2026-11-30T09:00:00+05:00
#   sent back: badge P-2026
#   sent back: starts 2026-11-30T00:00:00+01:00
#   sent back: shift 2026-11-30T05:00:00+01:00
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > try.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Graph" Version="5.92.0" />
    <PackageReference Include="Microsoft.Kiota.Abstractions" Version="1.22.1" />
    <PackageReference Include="Microsoft.Kiota.Authentication.Azure" Version="1.22.1" />
    <PackageReference Include="Microsoft.Kiota.Http.HttpClientLibrary" Version="1.22.1" />
    <PackageReference Include="Microsoft.Kiota.Serialization.Form" Version="1.22.1" />
    <PackageReference Include="Microsoft.Kiota.Serialization.Json" Version="1.22.1" />
    <PackageReference Include="Microsoft.Kiota.Serialization.Multipart" Version="1.22.1" />
    <PackageReference Include="Microsoft.Kiota.Serialization.Text" Version="1.22.1" />
    <PackageReference Include="Microsoft.IdentityModel.Protocols.OpenIdConnect" Version="8.16.0" />
    <PackageReference Include="Microsoft.IdentityModel.Validators" Version="8.16.0" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Authentication;

var texts = new JsonObject { ["badge"] = "P-2026", ["starts"] = "2026-11-30", ["shift"] = "2026-11-30T09:00:00+05:00" };
var person = new JsonObject();
foreach (var (name, text) in texts) person[$"extension_0123_{name}"] = text!.DeepClone();
var service = new Service(person.ToJsonString());
using var http = new HttpClient(service);
using var graph = new GraphServiceClient(http, new AnonymousAuthenticationProvider(), "https://graph.example/v1.0");

var read = await graph.Users["a"].GetAsync();
foreach (var (name, text) in texts) Console.WriteLine($"{name}: {read!.AdditionalData[$"extension_0123_{name}"].GetType().Name} {text}");
await graph.Users["a"].PatchAsync(new User { AdditionalData = new Dictionary<string, object>(read!.AdditionalData) });
var sent = JsonNode.Parse(service.Sent)!;
foreach (var (name, _) in texts) Console.WriteLine($"sent back: {name} {sent[$"extension_0123_{name}"]}");

sealed class Service(string answer) : HttpMessageHandler
{
    public string Sent = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        if (request.Content is not null) Sent = await request.Content.ReadAsStringAsync(token);
        return new(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/json"), RequestMessage = request };
    }
}
X
dotnet build --nologo -v quiet
seen=$(TZ=Europe/Amsterdam dotnet run --no-build)
echo "$seen"
[ "$seen" = 'badge: String P-2026
starts: DateTime 2026-11-30
shift: DateTime 2026-11-30T09:00:00+05:00
sent back: badge P-2026
sent back: starts 2026-11-30T00:00:00+01:00
sent back: shift 2026-11-30T05:00:00+01:00' ] || { echo 'It behaves otherwise now.'; exit 1; }
