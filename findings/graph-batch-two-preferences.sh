#!/usr/bin/env bash
# Microsoft.Graph 5.92.0 (Microsoft.Graph.Core 3.2.4), BatchRequestContentCollection: a step whose header has two values, such as
# a time zone and a body type, both in Prefer.
#
# Expected: they are joined by a comma, as they are when the request is sent by itself.
# Seen: inside a batch they are concatenated with nothing in between, which is neither of the two values; there is no error.
#
# Output seen:
#   alone: outlook.timezone="W. Europe Standard Time", outlook.body-content-type="text"
#   in a batch: outlook.timezone="W. Europe Standard Time"outlook.body-content-type="text"
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

var service = new Service();
using var http = new HttpClient(service);
using var graph = new GraphServiceClient(http, new AnonymousAuthenticationProvider(), "https://graph.example/v1.0");

var request = graph.Users["a"].Events.ToGetRequestInformation(ask =>
{
    ask.Headers.Add("Prefer", "outlook.timezone=\"W. Europe Standard Time\"");
    ask.Headers.Add("Prefer", "outlook.body-content-type=\"text\"");
});
await graph.RequestAdapter.SendAsync(request, EventCollectionResponse.CreateFromDiscriminatorValue);
Console.WriteLine($"alone: {service.Prefer}");

var batch = new BatchRequestContentCollection(graph);
await batch.AddBatchRequestStepAsync(request);
await graph.Batch.PostAsync(batch);
Console.WriteLine($"in a batch: {JsonNode.Parse(service.Body)!["requests"]![0]!["headers"]!["Prefer"]}");

sealed class Service : HttpMessageHandler
{
    public string Body = "", Prefer = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        Body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(token);
        Prefer = request.Headers.TryGetValues("Prefer", out var values) ? string.Join(", ", values) : "";
        return new(HttpStatusCode.OK) { Content = new StringContent("{}", Encoding.UTF8, "application/json"), RequestMessage = request };
    }
}
X
dotnet build --nologo -v quiet
seen=$(dotnet run --no-build)
echo "$seen"
[ "$seen" = 'alone: outlook.timezone="W. Europe Standard Time", outlook.body-content-type="text"
in a batch: outlook.timezone="W. Europe Standard Time"outlook.body-content-type="text"' ] || { echo 'It behaves otherwise now.'; exit 1; }
