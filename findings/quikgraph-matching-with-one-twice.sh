#!/usr/bin/env bash
# QuikGraph 2.5.0 (NuGet), MaximumBipartiteMatchingAlgorithm: three people and three others. Ann would meet any of Xi, Yu and Zoe; Ben
# and Cas would meet Xi only. At most two pairs are possible.
#
# Expected: MatchedEdges are two pairs, with each person in one.
# Seen: there are five, with Ann and Xi in three each, and one is reversed (Xi-Ann), which is not an edge of the graph. Of all 512 graphs
# on three and three people this happens in 17, without an error.
#
# Output seen:
#   Ann-Yu Ann-Zoe Ben-Xi Cas-Xi Xi-Ann
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > try.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="QuikGraph" Version="2.5.0" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using QuikGraph;
using QuikGraph.Algorithms;

string[] people = ["Ann", "Ben", "Cas"], others = ["Xi", "Yu", "Zoe"];
var graph = new AdjacencyGraph<string, Edge<string>>();
graph.AddVertexRange(people);
graph.AddVertexRange(others);
foreach (var (one, other) in new[] { ("Ann", "Xi"), ("Ann", "Yu"), ("Ann", "Zoe"), ("Ben", "Xi"), ("Cas", "Xi") }) graph.AddEdge(new(one, other));
var added = 0;
var matching = new MaximumBipartiteMatchingAlgorithm<string, Edge<string>>(graph, people, others, () => $"added {added++}", (from, to) => new(from, to));
matching.Compute();
Console.WriteLine(string.Join(" ", matching.MatchedEdges.Select(edge => $"{edge.Source}-{edge.Target}").Order(StringComparer.Ordinal)));
X
dotnet build --nologo -v quiet
seen=$(dotnet run --no-build)
echo "$seen"
[ "$seen" = 'Ann-Yu Ann-Zoe Ben-Xi Cas-Xi Xi-Ann' ] || { echo 'It behaves otherwise now.'; exit 1; }
