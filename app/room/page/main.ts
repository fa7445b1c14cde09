import "./page.css";
document.body.append("Room");
