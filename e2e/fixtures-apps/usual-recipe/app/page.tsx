export default function HomePage() {
  return (
    <>
      <h1>The usual recipe</h1>
      <a href="/notes">My notes</a>
    </>
  );
}
