#!/usr/bin/env bash
# Microsoft.Graph 5.92.0 (Microsoft.Graph.Core 3.2.4), BatchRequestContentCollection: a step whose address has characters that must be
# escaped: the '+' of an offset, the '#' of a guest's name.
#
# Expected: the step's address is the same as when the request is sent by itself.
# Seen: inside a batch the characters are unescaped. In a query '+' is read as a space, and '#' begins a fragment: the address ends
# after 'jan_fabrikam.com'.
#
# Output seen:
#   alone: /v1.0/users/jan_fabrikam.com%23EXT%23%40contoso.nl/calendarView?endDateTime=2026-12-01T00%3A00%3A00Z&startDateTime=2026-11-30T00%3A00%3A00%2B01%3A00
#   in a batch: /users/jan_fabrikam.com#EXT#@contoso.nl/calendarView?endDateTime=2026-12-01T00:00:00Z&startDateTime=2026-11-30T00:00:00+01:00
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

var request = graph.Users["jan_fabrikam.com#EXT#@contoso.nl"].CalendarView.ToGetRequestInformation(ask =>
{
    ask.QueryParameters.StartDateTime = "2026-11-30T00:00:00+01:00";
    ask.QueryParameters.EndDateTime = "2026-12-01T00:00:00Z";
});
await graph.RequestAdapter.SendAsync(request, EventCollectionResponse.CreateFromDiscriminatorValue);
Console.WriteLine($"alone: {service.Address}");

var batch = new BatchRequestContentCollection(graph);
await batch.AddBatchRequestStepAsync(request);
await graph.Batch.PostAsync(batch);
Console.WriteLine($"in a batch: {JsonNode.Parse(service.Body)!["requests"]![0]!["url"]}");

sealed class Service : HttpMessageHandler
{
    public string Body = "", Address = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        Body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(token);
        Address = request.RequestUri!.PathAndQuery;
        return new(HttpStatusCode.OK) { Content = new StringContent("{}", Encoding.UTF8, "application/json"), RequestMessage = request };
    }
}
X
dotnet build --nologo -v quiet
seen=$(dotnet run --no-build)
echo "$seen"
[ "$seen" = 'alone: /v1.0/users/jan_fabrikam.com%23EXT%23%40contoso.nl/calendarView?endDateTime=2026-12-01T00%3A00%3A00Z&startDateTime=2026-11-30T00%3A00%3A00%2B01%3A00
in a batch: /users/jan_fabrikam.com#EXT#@contoso.nl/calendarView?endDateTime=2026-12-01T00:00:00Z&startDateTime=2026-11-30T00:00:00+01:00' ] || { echo 'It behaves otherwise now.'; exit 1; }
