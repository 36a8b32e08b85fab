export default function HomePage() {
  return (
    <>
      <h1>The right app</h1>
      <a href="/notes">My notes</a>
    </>
  );
}
