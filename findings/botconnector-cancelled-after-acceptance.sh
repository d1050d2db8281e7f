#!/usr/bin/env bash
# Microsoft.Bot.Connector 4.23.1, Conversations.SendToConversationAsync: the token is cancelled while the service's response
# (201 with the message's id) is on its way back.
#
# Expected: a message that was accepted is a success, and its id is returned.
# Seen: the client checks the token once more after the response arrived, and throws. A caller that retries sends the message twice.
#
# Output seen:
#   accepted by the service: 1
#   told to the caller: OperationCanceledException
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > try.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Bot.Connector" Version="4.23.1" />
    <PackageReference Include="Microsoft.Identity.Client" Version="4.83.1" />
    <PackageReference Include="Microsoft.IdentityModel.Protocols.OpenIdConnect" Version="8.16.0" />
    <!-- Not on every registry; nothing here needs it. -->
    <PrunePackageReference Include="AdaptiveCards" Version="3.1.0" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System.Net;
using System.Text;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

using var stop = new CancellationTokenSource();
var service = new Service(stop);
using var http = new HttpClient(service);
using var client = new ConnectorClient(new Uri("https://smba.example/"), (Microsoft.Rest.ServiceClientCredentials)null!, http, false);
var told = "the id";
try
{
    await ((Conversations)client.Conversations).SendToConversationAsync("a:1", (Activity)Activity.CreateMessageActivity(), stop.Token);
}
catch (Exception e)
{
    told = e is OperationCanceledException ? nameof(OperationCanceledException) : e.GetType().Name;
}

Console.WriteLine($"accepted by the service: {service.Accepted}");
Console.WriteLine($"told to the caller: {told}");

sealed class Service(CancellationTokenSource stop) : HttpMessageHandler
{
    public int Accepted { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        Accepted++;
        await stop.CancelAsync();
        return new(HttpStatusCode.Created) { Content = new StringContent("""{"id":"1"}""", Encoding.UTF8, "application/json"), RequestMessage = request };
    }
}
X
dotnet build --nologo -v quiet
seen=$(dotnet run --no-build)
echo "$seen"
[ "$seen" = $'accepted by the service: 1\ntold to the caller: OperationCanceledException' ] || { echo 'It behaves otherwise now.'; exit 1; }
