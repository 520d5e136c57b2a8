//HintName: Demo.Net.g.cs
class Net;
