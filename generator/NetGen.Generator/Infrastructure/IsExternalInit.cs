namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for to allow records; absent from netstandard2.0.</summary>
internal static class IsExternalInit
{
}
