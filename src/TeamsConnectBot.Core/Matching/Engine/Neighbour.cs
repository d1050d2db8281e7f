using System.Runtime.InteropServices;

namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>One entry of a person's candidate list; eight bytes, since the lists are most of the engine's memory.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Neighbour(int Person, int Weight);
